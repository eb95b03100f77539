"""What joins reasons: what "this step" points back to, which events a side tells, whose effect is whose cause."""
