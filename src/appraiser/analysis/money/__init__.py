"""What each option costs and brings, over the years and in the value of today."""
