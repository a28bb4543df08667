import { isMap, isScalar, type YAMLMap } from 'yaml';
import type { ConfigData, ConfigShape } from './configShape.ts';
import { type ReadFile, readYaml } from './readYaml.ts';

/** One config file, read. */
export interface ConfigFile extends ReadFile<ConfigData> {
  readonly data: ConfigData;
}

/** Reads a config file. */
export function readConfig(path: string, source: string, shape: ConfigShape): ConfigFile {
  return withData(readYaml(path, source, shape, (contents) => contents));
}

/** Reads the key `huashu` of a package.json; undefined when it has none. */
export function readPackageConfig(path: string, source: string, shape: ConfigShape): ConfigFile | undefined {
  if (!source.includes('"huashu"')) return undefined;
  let found = false;
  const file = readYaml(path, source, shape, (contents) => {
    const part = isMap(contents) ? valueAt(contents, 'huashu') : undefined;
    found = part !== undefined;
    return part;
  });
  return found ? withData(file) : undefined;
}

function withData(file: ReadFile<ConfigData>): ConfigFile {
  return { ...file, data: file.data ?? {} };
}

function valueAt(map: YAMLMap, name: string): unknown {
  return map.items.find(({ key }) => isScalar(key) && key.value === name)?.value;
}
