"""Excel workbooks that people fill in or sign: the self-assessment form and the gap sheet."""
