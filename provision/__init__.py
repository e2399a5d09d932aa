"""From a bare machine to a running bench. Standard library only: it runs before anything is installed."""
