"""What an edition said: kept with every build, so that a paper can be judged long after its content has changed."""
