import '../ours/client.js';
