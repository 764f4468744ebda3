#!/usr/bin/env node
'use strict';
// Packs the extension into a .vsix, the zip file that VS Code installs. It asks nothing of a network.
const fs = require('fs');
const path = require('path');
const zlib = require('zlib');

const here = __dirname;
const about = JSON.parse(fs.readFileSync(path.join(here, 'package.json'), 'utf8'));

function listed(name) {
  const full = path.join(here, name);
  return fs.statSync(full).isDirectory()
    ? fs.readdirSync(full).sort().flatMap((inner) => listed(`${name}/${inner}`))
    : [name];
}

function crc(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return ~sum >>> 0;
}

/** A zip file of the entries; the time of each is 1980, so that equal files make equal packages. */
function zip(entries) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const [name, bytes] of entries) {
    const named = Buffer.from(name, 'utf8');
    const packed = zlib.deflateRawSync(bytes, { level: 9 });
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0); // version that can read it
    facts.writeUInt16LE(0x800, 2); // names are UTF-8
    facts.writeUInt16LE(8, 4); // deflate
    facts.writeUInt16LE(0x21, 8); // 1 January 1980
    facts.writeUInt32LE(crc(bytes), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(bytes.length, 18);
    facts.writeUInt16LE(named.length, 22);
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), facts, named, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, tail, named);
    offset += 30 + named.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end]);
}

const types = `<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension=".json" ContentType="application/json"/><Default Extension=".js" ContentType="application/javascript"/>
<Default Extension=".md" ContentType="text/markdown"/><Default Extension=".vsixmanifest" ContentType="text/xml"/>
</Types>
`;
const manifest = `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
<Metadata><Identity Language="en-US" Id="${about.name}" Version="${about.version}" Publisher="${about.publisher}"/>
<DisplayName>${about.displayName}</DisplayName><Description xml:space="preserve">${about.description}</Description>
<Categories>${about.categories.join(',')}</Categories>
<Properties><Property Id="Microsoft.VisualStudio.Code.Engine" Value="${about.engines.vscode}"/></Properties></Metadata>
<Installation><InstallationTarget Id="Microsoft.VisualStudio.Code"/></Installation><Dependencies/>
<Assets><Asset Type="Microsoft.VisualStudio.Code.Manifest" Path="extension/package.json" Addressable="true"/>
<Asset Type="Microsoft.VisualStudio.Services.Content.Details" Path="extension/README.md" Addressable="true"/></Assets>
</PackageManifest>
`;

const target = process.argv[2];
if (!target || process.argv.length > 3) {
  console.error('Name the file to write: node pack.js thymus-inv.vsix');
  process.exit(2);
}
const files = ['package.json', ...about.files].flatMap(listed);
fs.writeFileSync(
  target,
  zip([
    ['extension.vsixmanifest', Buffer.from(manifest)],
    ['[Content_Types].xml', Buffer.from(types)],
    ...files.map((name) => [`extension/${name}`, fs.readFileSync(path.join(here, name))]),
  ]),
);
console.log(`${target}: ${files.length} files`);
