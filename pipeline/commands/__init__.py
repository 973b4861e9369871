"""The commands: the only rooms that know paths, the clock and the terminal."""
