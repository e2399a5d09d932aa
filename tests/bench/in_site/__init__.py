"""What is measured inside the site of the figures, with Frappe's interpreter and inside `sites/`."""
