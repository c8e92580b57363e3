"""The ways out: terminal, JSON, Markdown, HTML, SARIF, plain text and Word; one file each."""
