#!/bin/sh
# What Maven calls. It is a shell script only to name what is missing, which Node cannot do when it is itself absent.
for tool in node npm; do
    command -v "$tool" >/dev/null || {
        echo "[ERROR] $tool is needed to build the pages: sudo apt-get install -y nodejs npm, or see https://nodejs.org"
        exit 1
    }
done
exec node "$(dirname "$0")/build.mjs" "$@"
