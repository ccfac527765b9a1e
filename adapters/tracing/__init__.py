"""Traces: what was done for one request, step by step, for those who run a receiver of OpenTelemetry's."""
