"""What a user would otherwise pick; measured beside the product, never shipped in it."""
