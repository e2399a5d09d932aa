"""The text of scans: read by a job at the lowest priority, kept page by page, and proposed to whoever registers."""
