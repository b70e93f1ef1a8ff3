"""Archive: WARC files, any crawler's, in and out (ISO 28500, WARC/1.0 and 1.1)."""
