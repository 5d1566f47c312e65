"""Tests of who works besides this process."""
