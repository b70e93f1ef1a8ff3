"""The command: the pipeline that joins the stages. The only package that knows all others."""

__version__ = "0.1.0"
