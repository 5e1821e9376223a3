# Turns the reviewed plan into the files that HubSpot imports, and says what each one is for. Nothing is merged here.
$files = New-MopsMergePlan -Reviewed ./merge-plan.csv -Target HubSpot -Destination ./merge-files
foreach ($file in $files) { '{0} ({1} rows): {2}' -f $file.Name, $file.Rows, $file.Purpose }
