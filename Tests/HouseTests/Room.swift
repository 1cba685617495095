// Tests of this room; files mirror the sources.
