"""What one cell, label or heading says."""
