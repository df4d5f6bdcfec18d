<?php
// PHP's own SoapClient, built from a WSDL: sends every message of a folder and tells, one JSON object a line, what came.
// Usage: php client.php FOLDER WSDL...    Files are called NN-<operation>.xml and hold the content of the Body.
// LOCATION in the environment is where it sends to, instead of where the WSDL says.
ini_set('soap.wsdl_cache_enabled', '0');
$folder = $argv[1];
$clients = [];
foreach (array_slice($argv, 2) as $wsdl) {
    $options = ['trace' => true, 'exceptions' => true, 'cache_wsdl' => WSDL_CACHE_NONE];
    if (getenv('LOCATION')) $options['location'] = getenv('LOCATION');
    $clients[] = new SoapClient($wsdl, $options);
}
foreach (scandir($folder) as $file) {
    if (!preg_match('/^\d+-(.+)\.xml$/', $file, $name)) continue;
    $told = ['file' => $file, 'operation' => $name[1], 'status' => 'no operation'];
    foreach ($clients as $client) {
        $known = preg_grep('/ ' . preg_quote($name[1], '/') . '\(/', $client->__getFunctions());
        if (!$known) continue;
        try {
            $value = $client->__soapCall($name[1], [new SoapVar(file_get_contents("$folder/$file"), XSD_ANYXML)]);
            $told['status'] = 'ok';
            $told['read'] = is_object($value) ? array_keys(get_object_vars($value)) : [];
        } catch (SoapFault $fault) {
            $told['status'] = 'fault';
            $told['fault'] = $fault->getMessage();
        }
        break;
    }
    echo json_encode($told), "\n";
}
