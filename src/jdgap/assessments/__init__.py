"""What people say of themselves and of their staff: spreadsheets into assessments."""

from jdgap.assessments.model import Assessment, Count, NoLevel, Rating, Reading

__all__ = ["Assessment", "Count", "NoLevel", "Rating", "Reading"]
