"""The shipped suite: what the law says of known structures, asked again on the user's own machine."""
