// Keys and seals: make, wrap, use and destroy keys; seal and open; sign and verify; hash.
