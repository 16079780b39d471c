"""What is said of results in the same words wherever they are read: window, terminal, paper."""
