// Apollo, bundled, does not notice that it runs on Node, and would hash every document in JavaScript.
module.exports = require('node:crypto').createHash
