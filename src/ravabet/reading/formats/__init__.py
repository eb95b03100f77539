"""One module a kind of file, each with ``read(given)``: from the bytes of one file to its documents."""
