"""The papers of a letter: what each says, and how it becomes PDF.

Papers are official and therefore Indonesian, whatever language the one who prints them reads the desk in.
"""
