// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// Takes note of a payment before it pays: whoever is paid can enter again, and finds all in order.
contract NotesFirst {
    mapping(address => uint256) public owed;
    uint256 public total;

    function pay() external payable {
        owed[msg.sender] += msg.value;
        total += msg.value;
    }

    function take(uint256 x) external {
        owed[msg.sender] -= x;
        total -= x;
        (bool ok,) = msg.sender.call{value: x}("");
        require(ok, "unpaid");
    }
}

/// Pays first.
contract PaysFirst {
    mapping(address => uint256) public owed;
    uint256 public total;

    function pay() external payable {
        owed[msg.sender] += msg.value;
        total += msg.value;
    }

    function take(uint256 x) external {
        require(owed[msg.sender] >= x, "poor");
        (bool ok,) = msg.sender.call{value: x}("");
        require(ok, "unpaid");
        unchecked {
            owed[msg.sender] -= x;
            total -= x;
        }
    }
}

/// Pays first, but nobody can enter meanwhile.
contract PaysLocked {
    uint256 private status = 1;
    mapping(address => uint256) public owed;
    uint256 public total;

    modifier lock() {
        require(status != 2, "entered");
        status = 2;
        _;
        status = 1;
    }

    function pay() external payable lock {
        owed[msg.sender] += msg.value;
        total += msg.value;
    }

    function take(uint256 x) external lock {
        require(owed[msg.sender] >= x, "poor");
        (bool ok,) = msg.sender.call{value: x}("");
        require(ok, "unpaid");
        unchecked {
            owed[msg.sender] -= x;
            total -= x;
        }
    }
}

/// The same with one function outside the lock.
contract PaysHalfLocked {
    uint256 private status = 1;
    mapping(address => uint256) public owed;
    uint256 public total;

    modifier lock() {
        require(status != 2, "entered");
        status = 2;
        _;
        status = 1;
    }

    function pay() external payable lock {
        owed[msg.sender] += msg.value;
        total += msg.value;
    }

    function take(uint256 x) external lock {
        require(owed[msg.sender] >= x, "poor");
        (bool ok,) = msg.sender.call{value: x}("");
        require(ok, "unpaid");
        unchecked {
            owed[msg.sender] -= x;
            total -= x;
        }
    }

    function give(address to, uint256 x) external {
        owed[msg.sender] -= x;
        owed[to] += x;
    }
}

/// Pays first with so little gas that the callee cannot write.
contract PaysLittleGas {
    mapping(address => uint256) public owed;
    uint256 public total;

    function pay() external payable {
        owed[msg.sender] += msg.value;
        total += msg.value;
    }

    function take(uint256 x) external {
        require(owed[msg.sender] >= x, "poor");
        payable(msg.sender).transfer(x);
        unchecked {
            owed[msg.sender] -= x;
            total -= x;
        }
    }
}
