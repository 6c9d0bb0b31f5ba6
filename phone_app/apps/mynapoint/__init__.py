"""The Mynapoint app: reserve (MyKey ID) and apply for points with the My Number card (`MYNA-B00` to `MYNA-C08`)."""
