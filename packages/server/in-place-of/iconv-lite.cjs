// Bodies of requests are read by the decoders that Node has, not by the tables of fifty encodings.
module.exports = {
  encodingExists: (name) => decoderOf(name) !== null,
  decode: (bytes, name) => known(name).decode(bytes),
  getDecoder(name) {
    const decoder = known(name)
    return { write: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() }
  },
}

function decoderOf(name) {
  try {
    return new TextDecoder(name)
  } catch {
    return null
  }
}

function known(name) {
  const decoder = decoderOf(name)
  // The words by which it is recognized, and answered with 415.
  if (!decoder) throw new Error(`Encoding not recognized: '${name}'`)
  return decoder
}
