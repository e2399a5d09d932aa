"""The page of an outgoing letter: from its template or its .docx to the PDF that is signed."""
