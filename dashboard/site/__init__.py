"""The site that a deployer makes of the monitor: where it is, who may ask, what the headers say, whose name it carries."""
