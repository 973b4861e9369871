"""What `make check` measures beyond the tests themselves: mutants killed, licences, the bill of materials."""
