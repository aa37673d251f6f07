"""What a small network, trained on annotated prose, adds to the frames: names, kinds, happenings, relations."""
