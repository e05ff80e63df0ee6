"""Two PDFs page by page: which pages differ in words or in looks, and a picture of both side by side."""
