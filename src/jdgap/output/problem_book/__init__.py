"""The workbook of problems: what HR sends back, and ticks off when it is mended."""
