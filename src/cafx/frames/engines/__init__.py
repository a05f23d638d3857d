"""The engines: one module for each frame library, with the way that won on it."""
