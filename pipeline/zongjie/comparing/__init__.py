"""What several rooms need to hold texts side by side: aligning, weighing, finding."""
