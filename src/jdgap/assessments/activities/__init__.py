"""An organisation's own courses and activities, which fill its development plans."""
