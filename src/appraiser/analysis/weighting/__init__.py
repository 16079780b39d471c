"""What people said matters: the weights."""
