"""What reading a page takes; ``adapters.web.read`` puts it together."""
