"""Results and findings on a terminal: the only place that knows how a terminal is drawn on."""
