"""Files of many articles, a record each: JSON Lines and CSV, read record by record in bounded memory."""
