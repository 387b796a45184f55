"""An untrusted file into grids of cells, in a worker that may die."""
