"""The documentation as a site: ``make site``, then open ``site/index.html``.

Sphinx (BSD-2) for its upkeep, and because it reads signatures and docstrings from the code itself; MyST (MIT)
so that the pages stay Markdown that can be read in the repository; Furo (MIT) because it needs no network.
"""

from stofgroep import __version__

project = "stofgroep"
copyright = "stofgroep, EUPL-1.2"
version = release = __version__
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["examples"]
html_theme = "furo"
html_title = "stofgroep"
html_show_sourcelink = False
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3
napoleon_google_docstring = False
napoleon_numpy_docstring = True
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
