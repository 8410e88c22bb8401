<?php
return [
    // The database and the files; not below the folder that the web server shows.
    'data' => getenv('LPSE_DATA') ?: __DIR__ . '/data',
    'profile' => 'batang',
    // Who works here, by SHA-256 of their token: `php -r "echo bin2hex(random_bytes(32));"`, then `echo -n … | sha256sum`.
    'staff' => json_decode(getenv('LPSE_STAFF') ?: '{}', true),
    'checklist' => json_decode(getenv('LPSE_CHECKLIST') ?: '[]', true),
];
