"""Thesauri: read from RDF and from tables, written as Turtle, JSON-LD and CSV."""
