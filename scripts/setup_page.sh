#!/bin/sh
# What the page needs that is not in this repository.
#
#   setup_page.sh editor    the drawing editor, from npm, where the page looks for it
#   setup_page.sh browser   Chromium, for the tests of the page
#   setup_page.sh paper     Pango and fonts, with which WeasyPrint draws reports, and a reader of PDF for its tests
#
# Quick when it is there already. Never an error: without the editor the page has no drawing and says so,
# without a browser the tests of the page are skipped and say so.
set -eu
cd "$(dirname "$0")/.."

editor() {
    target=api/page/vendor/openchemlib
    if [ -f "$target/openchemlib.js" ] && cmp -s package-lock.json node_modules/.installed-lock; then
        return
    fi
    if ! command -v npm > /dev/null; then
        echo "npm is not installed: the page will have no drawing editor." >&2
        return
    fi
    # The lock has the hashes of the packages; none of them needs a script of its own to be run.
    if ! npm ci --ignore-scripts --no-audit --no-fund --loglevel=error > /dev/null; then
        echo "npm could not fetch the drawing editor: the page will have none." >&2
        return
    fi
    mkdir -p "$target"
    cp node_modules/openchemlib/LICENSE node_modules/openchemlib/dist/openchemlib.js "$target/"
    cp package-lock.json node_modules/.installed-lock
}

browser() {
    if command -v chromium > /dev/null && command -v chromedriver > /dev/null; then
        return
    fi
    if ! command -v apt-get > /dev/null || [ "$(id -u)" -ne 0 ]; then
        echo "Install chromium and chromium-driver to run the tests of the page." >&2
        return
    fi
    if ! { apt-get update -qq \
        && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium chromium-driver; } > /dev/null; then
        echo "Chromium could not be installed: the tests of the page are skipped." >&2
    fi
}

paper() {
    if ldconfig -p 2> /dev/null | grep -q libpangoft2-1.0 && command -v pdftotext > /dev/null \
        && [ -d /usr/share/fonts/truetype/dejavu ]; then
        return
    fi
    if ! command -v apt-get > /dev/null || [ "$(id -u)" -ne 0 ]; then
        echo "Install Pango (libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0) and poppler-utils for reports as PDF." >&2
        return
    fi
    if ! { apt-get update -qq \
        && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
            libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-dejavu-core poppler-utils; } > /dev/null; then
        echo "Pango could not be installed: reports as PDF will not work." >&2
    fi
}

case "${1:-}" in
    editor) editor ;;
    browser) browser ;;
    paper) paper ;;
    *)
        echo "usage: $0 editor|browser|paper" >&2
        exit 2
        ;;
esac
