"""Sealing a drill, opening it, and verifying a seal: what the commands seal, open and verify do."""
