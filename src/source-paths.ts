// The URLs of sources and their saved copies, by name; a part of paths.ts.

export const source_paths = {
  sources: '/sources',
  source_new: '/sources/new',
  source_import: '/sources/import',
  source_import_look: '/sources/import/:id',
  sources_file: '/sources.:format',
  source: '/sources/:number',
  source_derivation: '/sources/:number/derivation',
  source_derivation_removal: '/sources/:number/derivation/removal',
  source_snapshots: '/sources/:number/snapshots',
  source_captures: '/sources/:number/captures',
  snapshot: '/snapshots/:number',
  snapshot_bytes: '/snapshots/:number/bytes',
  snapshot_text: '/snapshots/:number/text',
  snapshot_record: '/snapshots/:number/record',
  snapshot_erasure: '/snapshots/:number/erasure',
  source_merging: '/sources/:number/merging',
  source_identity: '/sources/:number/identity',
  source_identity_reading: '/sources/:number/identity/reading',
  source_identity_readers: '/sources/:number/identity/readers',
  source_identity_destruction: '/sources/:number/identity/destruction',
} as const;
