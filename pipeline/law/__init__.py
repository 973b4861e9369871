"""The resolver: which rule wins, for a state, role, setting, delegator, duty and day."""
