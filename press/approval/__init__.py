"""Approvals bound to content: what exactly is approved, by whom, and which approvals still hold."""
